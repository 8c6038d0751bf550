import type { AssignedAccount, Organisation } from './organisation';

function account(accountId: string, accountName: string, ...roles: string[]): AssignedAccount {
    return { accountId, accountName, emailAddress: `${accountName.toLowerCase().replaceAll(' ', '-')}@example.com`, roles };
}

/**
 * A small company: three directories, one of them in the European Sovereign Cloud, five accounts, IAM users with and without MFA. Every
 * value is invented.
 */
export const sampleOrganisation: Organisation = {
    builderIdStartUrl: 'https://view.awsapps.com/start',
    directories: [
        {
            startUrl: 'https://d-1234567890.awsapps.com/start',
            region: 'us-east-1',
            accounts: [
                account('111122223333', 'Sandbox', 'AdministratorAccess', 'ReadOnly'),
                account('444455556666', 'Staging', 'Developer', 'ReadOnly'),
                account('777788889999', 'Production', 'ReadOnly')
            ],
            developerProfiles: [
                { arn: 'arn:aws:codewhisperer:us-east-1:111122223333:profile/EHGA3GRVQMUK', name: 'Web team' },
                { arn: 'arn:aws:codewhisperer:eu-central-1:444455556666:profile/QRSTUVWXYZAB', name: 'Data team' }
            ]
        },
        {
            startUrl: 'https://globex.awsapps.com/start',
            region: 'eu-central-1',
            accounts: [account('222233334444', 'Sandbox', 'Developer')],
            developerProfiles: [{ arn: 'arn:aws:codewhisperer:eu-central-1:222233334444:profile/GLOBEXPROF01', name: 'Globex' }]
        },
        {
            startUrl: 'https://ssoins-0123456789abcdef.eusc-de-east-1.portal.amazonaws.eu',
            region: 'eusc-de-east-1',
            partition: 'aws-eusc',
            accounts: [account('555566667777', 'Sovereign', 'Developer')]
        }
    ],
    users: [
        {
            userName: 'dev', accountId: '111122223333', accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
            secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
        },
        {
            userName: 'staging', accountId: '444455556666', accessKeyId: 'AKIAI44QH8DHBEXAMPLE',
            secretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'
        },
        {
            userName: 'careful', accountId: '777788889999', accessKeyId: 'AKIAJQ6MFAUSEREXAMPL',
            secretAccessKey: 'ZkQ9c0mfaUserSecretAccessKey/EXAMPLEKEY0',
            mfa: { serial: 'arn:aws:iam::777788889999:mfa/careful', code: '123456' }
        }
    ],
    roles: [
        { arn: 'arn:aws:iam::111122223333:role/Deployer' },
        { arn: 'arn:aws:iam::444455556666:role/Deployer', externalId: 'partner-42' },
        { arn: 'arn:aws:iam::444455556666:role/Chained' },
        { arn: 'arn:aws:iam::777788889999:role/Operator', requiresMfa: true },
        { arn: 'arn:aws:iam::111122223333:role/WebApp' }
    ],
    functions: {
        '111122223333': ['hello-world', 'resize-image', 'send-newsletter'],
        '444455556666': ['hello-world', 'import-orders'],
        '777788889999': ['import-orders'],
        '222233334444': ['hello-world']
    }
};

/** The same organisation with a first directory of `accounts` accounts with `roles` roles each, for tests of size. */
export function largeOrganisation(accounts: number, roles: number): Organisation {
    const [first, ...others] = sampleOrganisation.directories;
    const many = Array.from({ length: accounts }, (_, index) => account(
        String(100_000_000_000 + index),
        `Account ${String(index).padStart(4, '0')}`,
        ...Array.from({ length: roles }, (_role, number) => `Role${number}`)
    ));
    return { ...sampleOrganisation, directories: [{ ...first, accounts: many }, ...others] };
}
