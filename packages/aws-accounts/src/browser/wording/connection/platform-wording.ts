import { nls } from '@theia/core/lib/common/nls';
import type { TokenServicePlatform } from '../../../common/token-service/token-service-platform';

/** Reason why a token service takes the IAM profile on this platform. @param service its label */
export function platformText(platform: TokenServicePlatform, service: string): string {
    switch (platform) {
        case 'lambda':
            return nls.localize(
                'theia/aws-accounts/host/lambda',
                'In AWS Lambda, {0} works with the IAM profile of AWS services, and takes no sign-in.',
                service
            );
        case 'cloud9':
            return nls.localize(
                'theia/aws-accounts/host/cloud9',
                'In AWS Cloud9, {0} works with the IAM profile of AWS services, and takes no sign-in.',
                service
            );
        case 'product':
            return nls.localize(
                'theia/aws-accounts/host/product',
                'In this product, {0} works with the IAM profile of AWS services, and takes no sign-in.',
                service
            );
    }
}
