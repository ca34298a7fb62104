/** `node count-tests.mjs <report>`: prints "<passed> <failed>" of a jest report. */
import { readFileSync } from 'node:fs';

const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
	readFileSync(process.argv[2], 'utf8'),
);

// A suite that could not be loaded has no tests to count, and has failed all the same.
console.log(numPassedTests, numFailedTests + numRuntimeErrorTestSuites);
