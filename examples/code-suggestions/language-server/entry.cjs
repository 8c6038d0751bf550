const { standalone } = require('@aws/language-server-runtimes/runtimes');
const {
    AmazonQServiceServerIAM, AmazonQServiceServerToken, CodeWhispererServerIAM, CodeWhispererServerToken
} = require('@aws/lsp-codewhisperer');

// With --iam it takes the credentials of a profile, as on Lambda and Cloud9; else a bearer token.
const servers = process.argv.includes('--iam')
    ? [AmazonQServiceServerIAM, CodeWhispererServerIAM]
    : [AmazonQServiceServerToken, CodeWhispererServerToken];

standalone({ name: 'AWS CodeWhisperer', version: '0.0.128', servers });
