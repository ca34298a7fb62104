import { takeArrived } from '../provider/client.mts';
import { summed } from '../provider/sends.mts';
import { expectedSms, type Contact, type TaskName } from './tasks.mts';

/**
 * Checks that every SMS has arrived exactly once, with its own text.
 *
 * @param mayLose for contenders that go on without some of their requests
 * @returns how many requests there were, and how many SMS are missing
 * @throws Error where anything else is wrong
 */
export async function checkArrived(
	origin: string,
	task: TaskName,
	items: readonly Contact[],
	mayLose: boolean,
): Promise<{ readonly requests: number; readonly lost: number }> {
	const arrived = await takeArrived(origin);
	const expected = summed(expectedSms(task, items), arrived.requests);
	const lost = expected.recipients - arrived.phones;
	if (arrived.recipients !== arrived.phones) {
		throw new Error(`${arrived.recipients - arrived.phones} SMS arrived twice`);
	}
	if (lost > 0 && !mayLose) throw new Error(`${lost} SMS did not arrive`);
	if (lost < 0) throw new Error(`${-lost} SMS arrived that nobody sent`);
	if (lost === 0 && arrived.digest !== expected.digest)
		throw new Error('A text is not what it was to be');
	return { requests: arrived.requests, lost };
}
