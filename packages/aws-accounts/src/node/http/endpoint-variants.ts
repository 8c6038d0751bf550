/** Which of AWS's own addresses is meant. */
export interface EndpointVariants {
    readonly fips?: boolean;
    readonly dualstack?: boolean;
}
