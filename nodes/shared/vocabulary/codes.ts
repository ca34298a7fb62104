/**
 * The codes that decide something here, by what they mean; what all of them mean to users stands
 * in the status table (docs/provider.md, Status codes).
 */
export const CODES = {
	sent: 100,
	scheduled: 101,
	/** The login or the key is not right. */
	notLoggedIn: 102,
	/** Its words tell how many credits are needed and how many there are. */
	tooLittleCredit: 104,
	/** The campaign was taken all the same, where the answer names it. */
	someNumbersInvalid: 113,
	/** The request was transmitted before: a refusal that means the contrary of "not sent". */
	alreadyTransmitted: 121,
	/** REST: the body is no JSON. */
	notJson: 1005,
} as const;
