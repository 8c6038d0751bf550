/** Longer names fit into no label of a host (RFC 1035 section 2.3.4). */
const MAX_LENGTH = 63;

/** Names of AWS regions. */
export namespace AwsRegion {

    /**
     * Tells whether `name` has the form of a region, for example eu-central-1, eusc-de-east-1 or us-isob-east-1. Regions open between two
     * releases of this product, so AWS alone knows which ones there are.
     */
    export function isWellFormed(name: string): boolean {
        return name.length <= MAX_LENGTH && /^[a-z]{2,}(?:-[a-z0-9]+)+-\d+$/.test(name);
    }
}
