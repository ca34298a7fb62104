import { flag, number, sometimes, text, type RowSpec } from '../row-spec';

const subAccount = text('Login of the sub-account');

export const adjusted = {
	subAccount,
	adjustedBy: number('Credits that were added, or with a minus sign taken back'),
	credits: number.orNull('Credits that the sub-account has now'),
} satisfies RowSpec;

export const created = {
	created: flag('Always true: the sub-account exists'),
	subAccount,
	statusText: text('Where the API key of the sub-account is, and who can read it'),
	apiKey: sometimes(
		"with the option 'Return API Key'",
		text.orNull('API key of the sub-account, a secret; null where AllMySMS did not give it'),
	),
} satisfies RowSpec;

export const deleted = {
	deleted: flag('Always true: the sub-account is gone'),
	subAccount,
} satisfies RowSpec;

export const updated = {
	updated: flag('Always true: the sub-account was changed'),
	subAccount,
} satisfies RowSpec;

/** The most wanted of the provider's 27 fields. */
export const account = {
	subAccount: text.orNull('Login of the sub-account'),
	firstName: text.orNull('First name of the holder'),
	lastName: text.orNull('Last name of the holder'),
	company: text.orNull('Company of the holder'),
	email: text.orNull('Email address of the holder'),
	mobile: text.orNull('Mobile number of the holder'),
	credits: number.orNull('Credits left; a French SMS costs 15'),
	createdAt: text.orNull('When it was made, ISO 8601 with offset'),
	lastActivityAt: text.orNull('When it was last used, ISO 8601 with offset'),
} satisfies RowSpec;
