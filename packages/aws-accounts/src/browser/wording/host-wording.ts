import { nls } from '@theia/core/lib/common/nls';
import type { CodeWhispererHost } from '../../common/code-whisperer-host';

/** Why CodeWhisperer takes the IAM profile on this host. */
export function codeWhispererHostText(host: CodeWhispererHost): string {
    switch (host) {
        case 'lambda':
            return nls.localize(
                'theia/aws-accounts/host/lambda',
                'In AWS Lambda, CodeWhisperer works with the IAM profile of AWS services, and takes no sign-in.'
            );
        case 'cloud9':
            return nls.localize(
                'theia/aws-accounts/host/cloud9',
                'In AWS Cloud9, CodeWhisperer works with the IAM profile of AWS services, and takes no sign-in.'
            );
        case 'product':
            return nls.localize(
                'theia/aws-accounts/host/product',
                'In this product, CodeWhisperer works with the IAM profile of AWS services, and takes no sign-in.'
            );
    }
}
