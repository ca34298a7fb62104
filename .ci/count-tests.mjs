/** `node count-tests.mjs <report>`: prints "<passed> <failed>" of a jest report. */
import { readFileSync } from 'node:fs';

const [, , report = ''] = process.argv;
const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
	readFileSync(report, 'utf8'),
);

// A suite that could not be loaded has no tests to count, and has failed all the same.
console.log(numPassedTests, numFailedTests + numRuntimeErrorTestSuites);
