/** A fact for the person who reads a diagnosis. Without a value it is left out. */
export type DiagnosisLine = readonly [name: string, value: string | undefined];

export interface DiagnosisSection {
    readonly title: string;
    readonly lines: readonly DiagnosisLine[];
}

/** One fact a line, in sections with a blank line between them. Pure. */
export function diagnosisText(sections: readonly DiagnosisSection[]): string {
    return sections
        .map(({ title, lines }) => [title, ...lines.flatMap(([name, value]) => value ? [`  ${name}: ${value}`] : [])].join('\n'))
        .join('\n\n') + '\n';
}
