// The clients that AWS's language server calls the service with, for tests of what answers them.
module.exports = {
    iam: require('@amzn/codewhisperer'),
    runtime: require('@amzn/codewhisperer-runtime'),
    streaming: require('@amzn/codewhisperer-streaming')
};
