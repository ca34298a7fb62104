/** Compares readings where n8n runs expressions in an isolate: a program of its own, on Node 24. */
import { answerWith, givenOrder } from '../../../harness/child-program.mts';
import { compareReadings, type Comparison } from './comparison.mts';

const { line, ...rest } = givenOrder() as Omit<Comparison, 'expressions'>;
try {
	answerWith({ compared: await compareReadings({ line, expressions: 'vm', ...rest }) });
} catch (error) {
	const { message, cause } = error as Error;
	answerWith({ difference: `${message}\n${cause instanceof Error ? cause.message : ''}` });
}
