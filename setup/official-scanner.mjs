// The package comes without types: they stand in official-scanner.d.mts.
export {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
