export declare function packagesIn(metafile: { inputs: Record<string, unknown> }): string[]
export declare function licensesOf(folders: string[]): string
