// The package would fetch the program from elsewhere than a registry. No product of these tests searches in files.
exports.rgPath = require('node:path').join(__dirname, 'bin/rg');
