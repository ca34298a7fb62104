/** `node count-tests.mjs <report>`: prints "<passed> <failed>" of a jest report. */
import { readFileSync } from 'node:fs';

const [, , report = ''] = process.argv;
/** @type {Record<'numPassedTests' | 'numFailedTests' | 'numRuntimeErrorTestSuites', number>} */
const counts = JSON.parse(readFileSync(report, 'utf8'));

// A suite that could not be loaded has no tests to count, and has failed all the same.
console.log(counts.numPassedTests, counts.numFailedTests + counts.numRuntimeErrorTestSuites);
