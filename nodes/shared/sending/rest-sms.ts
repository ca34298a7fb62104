import type { Campaign } from './campaign';
import { settingFields } from './options';
import { withRestMarkers } from '../text/markers';
import { wireDigits } from '../vocabulary/phone';

/** `param1`, `param2`, … counted from 1. */
const parameters = (values: readonly string[]): Record<string, string> =>
	Object.fromEntries(values.map((value, index) => [`param${index + 1}`, value]));

/**
 * Writes a campaign as the body of REST `/sms/send/bulk/`. REST has no field for flash, link
 * tracking, email notification and master account. The user's extra fields come after the settings
 * and may replace them.
 */
export function restBulkBody({
	message,
	settings,
	recipients,
}: Campaign): Readonly<Record<string, unknown>> {
	const isPersonal = recipients.some(({ values }) => values.length > 0);
	const fields = {
		...settingFields(settings, 'rest'),
		uniqueIdentifier: settings.uniqueIdentifier,
		...settings.extraFields,
	};
	return {
		...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
		text: isPersonal ? withRestMarkers(message) : message,
		to: isPersonal
			? recipients.map(({ phoneNumber, values }) => ({
					mobilePhone: wireDigits(phoneNumber),
					...parameters(values),
				}))
			: recipients.map(({ phoneNumber }) => wireDigits(phoneNumber)),
	};
}
