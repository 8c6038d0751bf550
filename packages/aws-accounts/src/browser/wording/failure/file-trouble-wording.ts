import { nls } from '@theia/core/lib/common/nls';
import type { FileTrouble } from '../../../common/state/aws-accounts-error';

/** Says in a sentence how a shared config file is broken, or why it cannot be written. */
export function fileTroubleMessage(subject: string, trouble: FileTrouble): string {
    switch (trouble.kind) {
        case 'encoding':
            return nls.localize(
                'theia/aws-accounts/failure/fileEncoding',
                '{0} is not readable for AWS tools, because it is encoded in {1}. Save it as UTF-8; until then nothing is written to it.',
                subject,
                trouble.name
            );
        case 'twice':
            return nls.localize(
                'theia/aws-accounts/failure/fileTwice',
                '{0} and line {1} say the same thing twice. AWS tools differ in which of the two counts: keep one.',
                subject,
                trouble.line
            );
        case 'contended':
            return nls.localize(
                'theia/aws-accounts/failure/fileContended',
                '{0} was not changed, because other programs keep writing to it. Try again when they are done.',
                subject
            );
    }
}
