import { enableJSDOM } from '@theia/core/lib/browser/test/jsdom';
const disableJSDOM = enableJSDOM();
import { FrontendApplicationConfigProvider } from '@theia/core/lib/browser/frontend-application-config-provider';
FrontendApplicationConfigProvider.set({});

import * as React from '@theia/core/shared/react';
import { flushSync } from '@theia/core/shared/react-dom';
import { createRoot, Root } from '@theia/core/shared/react-dom/client';
import { expect } from 'chai';
import type { ProfileField, FieldProblem } from '../../common/profile/profile-draft';
import { TextField } from './profile-field';
import type { ProfileForm } from './profile-form';
disableJSDOM();

const FIELDS: readonly ProfileField[] = ['name', 'accessKeyId', 'secretAccessKey'];

describe('a field of the form for profiles', () => {
    let enabled: () => void;
    let element: HTMLElement;
    let root: Root;
    before(() => { enabled = enableJSDOM(); });
    after(() => enabled());
    beforeEach(() => {
        element = document.body.appendChild(document.createElement('div'));
        root = createRoot(element);
    });
    afterEach(() => {
        flushSync(() => root.unmount());
        element.remove();
    });

    function draw(remark?: FieldProblem): void {
        const form = { remarkOn: (field: ProfileField) => (remark?.field === field ? remark : undefined) } as ProfileForm;
        flushSync(() =>
            root.render(
                <>
                    {FIELDS.map(field => (
                        <TextField key={field} form={form} field={field} label={field} value='' />
                    ))}
                </>
            )
        );
    }

    const input = (field: ProfileField): HTMLInputElement => element.querySelector(`[name=${field}]`) as HTMLInputElement;

    const refused: readonly (readonly [ProfileField, string])[] = [
        ['accessKeyId', 'AWS does not know this access key: it is mistyped, deleted, or of another partition. Nothing was written.'],
        ['secretAccessKey', 'AWS knows the access key, but this is not its secret. Copy it again. Nothing was written.']
    ];
    for (const [field, text] of refused) {
        it(`that AWS refused says so, is marked, and has the focus: ${field}`, () => {
            draw();
            input('name').focus();
            draw({ field, kind: 'refused' });
            expect(document.activeElement).to.equal(input(field));
            expect(input(field).getAttribute('aria-invalid')).to.equal('true');
            expect(document.getElementById(input(field).getAttribute('aria-describedby') ?? '')?.textContent).to.equal(text);
            expect(input('name').getAttribute('aria-invalid')).to.equal('false');
        });
    }

    it('takes the focus once for each refusal, and again for the next', () => {
        const remark = { field: 'secretAccessKey', kind: 'refused' } as const;
        draw(remark);
        input('name').focus();
        draw(remark);
        expect(document.activeElement).to.equal(input('name'));
        draw({ ...remark });
        expect(document.activeElement).to.equal(input('secretAccessKey'));
    });

    it('leaves the focus where the person types when something is wrong with another field', () => {
        draw();
        input('name').focus();
        draw({ field: 'accessKeyId', kind: 'malformed' });
        expect(document.activeElement).to.equal(input('name'));
    });
});
