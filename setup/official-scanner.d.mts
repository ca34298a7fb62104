/** What the scan of a verified package's source covers. */
export declare const SOURCE_FILE_PATTERNS: string[];

/** Lints a folder with the rules of n8n's verification. */
export declare const analyzePackage: (
	packageDir: string,
	filePatterns: string[],
) => Promise<{ passed: boolean; message?: string; details?: string }>;
