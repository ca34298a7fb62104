import type { SmsData } from './sms-data';

/** The payload as JSON text. */
export const toJson = (data: SmsData): string => JSON.stringify(data);
