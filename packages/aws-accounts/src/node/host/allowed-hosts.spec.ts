import { expect } from 'chai';
import { AllowedHosts } from './allowed-hosts';

/** Forms in which a person writes a name or an address, with the `Host` that a browser sends for it, and one that it never covers. */
const FORMS: readonly (readonly [written: string, sent: string, other: string])[] = [
    ['IDE.Corp.Example', 'ide.corp.example:3000', 'ide.corp.example.evil.example'],
    ['ide.corp.example.', 'ide.corp.example', 'corp.example'],
    ['ide.corp.example', 'IDE.CORP.EXAMPLE.:3000', 'xide.corp.example'],
    ['ide.corp.example:8443', 'ide.corp.example:8443', 'ide.corp.example:8444'],
    ['IDE.corp.example.:8443', 'ide.corp.example:8443', 'ide.corp.example'],
    ['büro.example', 'xn--bro-hoa.example:3000', 'buro.example'],
    ['BÜRO.example:8443', 'xn--bro-hoa.example:8443', 'xn--bro-hoa.example:8444'],
    ['xn--bro-hoa.example', 'xn--bro-hoa.example', 'xn--bro-hob.example'],
    ['2001:DB8:0:0:0:0:0:1', '[2001:db8::1]:3000', '[2001:db8::2]:3000'],
    ['2001:db8::1', '[2001:db8::1]', '[2001:db8:1::1]'],
    ['[2001:0db8::0001]', '[2001:db8::1]:3000', '[2001:db8::10]'],
    ['[2001:DB8::1]:8443', '[2001:db8::1]:8443', '[2001:db8::1]:8444'],
    ['::ffff:10.0.0.7', '[::ffff:a00:7]:3000', '[::ffff:a00:8]:3000'],
    ['10.0.0.7', '10.0.0.7:3000', '10.0.0.70']
];

describe('The names under which a backend is reached', () => {

    const hosts = (more: Partial<ConstructorParameters<typeof AllowedHosts>[0]>): AllowedHosts =>
        new AllowedHosts({ bound: 'localhost', machine: 'box', allowed: [], views: ['{{uuid}}.webview.{{hostname}}'], ...more });

    for (const [written, sent, other] of FORMS) {
        // @threat dns-rebinding
        it(`are allowed as a browser sends them, and no others: ${written}`, () => {
            const allowed = hosts({ allowed: [written] });
            expect([allowed.has(sent), allowed.has(other), hosts({}).has(sent)]).to.deep.equal([true, false, false]);
        });
    }

    for (const [written, sent, other] of FORMS.filter(([name]) => !/[\]a-z]\.?:\d+$/.test(name))) {
        it(`are those that it listens on, as a browser sends them: --hostname ${written}`, () => {
            expect([hosts({ bound: written }).has(sent), hosts({ bound: written }).has(other)]).to.deep.equal([true, false]);
        });
    }

    // @threat dns-rebinding
    it('are no names that only begin, end or look like one', () => {
        const allowed = hosts({ allowed: ['ide.corp.example', '2001:db8::1'] });
        const foreign = [
            'evil@localhost', 'localhost@evil', 'localhost:3000:evil', 'localhost/evil', 'localhost, evil.example', 'localhost.evil.example',
            '2130706433', '0x7f.1', '127.1', '0.0.0.0', '[::]', '[localhost]', '::1', 'ide.corp.example..', '.ide.corp.example', 'ｌocalhost.evil',
            'xn--', '[2001:db8::1', '[2001:db8::1]x', '[::1%25eth0]', ' localhost', '', undefined
        ];
        expect(foreign.filter(host => allowed.has(host))).to.deep.equal([]);
    });
});
