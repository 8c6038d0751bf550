import { expect } from 'chai';
import { AwsRegion } from './aws-region';

describe('AwsRegion', () => {

    const known = ['us-east-1', 'us-gov-west-1', 'cn-northwest-1', 'eusc-de-east-1', 'us-isob-east-1', 'eu-isoe-west-1'];
    for (const name of [...known, 'ap-southeast-12', 'eu-center-1', 'mars-north-1', 'eu-n0rth-1', 'ap-isog-east-1']) {
        it(`takes ${name} for a region`, () => expect(AwsRegion.isWellFormed(name)).to.equal(true));
    }

    for (const name of [
        '', ' us-east-1', 'us-east-1 ', 'US-EAST-1', 'Europe (Frankfurt)', 'frankfurt', 'eu-central', 'mars-1', 'us_east_1', '-us-east-1',
        'us--east-1',
        'us-east-1.evil.example', 'us-east-1/x', 'us-east-1@x', 'us-east-1\n', '1-2-3', `us-${'a'.repeat(60)}-1`
    ]) {
        it(`does not take ${JSON.stringify(name)} for a region`, () => expect(AwsRegion.isWellFormed(name)).to.equal(false));
    }
});
