/** n8n's official scanner, which comes without types: only what is used here. */
declare module '@n8n/scan-community-package/scanner/scanner.mjs' {
	/** What the scan of a verified package's source covers. */
	export const SOURCE_FILE_PATTERNS: string[];

	/** Lints a folder with the rules of n8n's verification. */
	export function analyzePackage(
		packageDir: string,
		filePatterns: string[],
	): Promise<{ passed: boolean; message?: string; details?: string }>;
}
