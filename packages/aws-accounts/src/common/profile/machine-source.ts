/** Credentials that a machine gives, in the words of `credential_source`. Source: AWS CLI user guide, "Using an IAM role". */
export type MachineSource = typeof MachineSource.ALL[number];

export namespace MachineSource {

    export const ALL = ['Environment', 'EcsContainer', 'Ec2InstanceMetadata'] as const;

    /** @returns `undefined` for what is none of these words; their case counts, as in the AWS CLI */
    export function named(value: string): MachineSource | undefined {
        return ALL.find(source => source === value);
    }
}
