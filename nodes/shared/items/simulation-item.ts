/** The output item of one simulated campaign (contract of `sms` › `simulate`). */
export type SimulationItem = {
	/** How many phones the campaign would text. */
	recipients: number;
	/** Segments of all recipients together. */
	segments: number;
	/** Credits that the campaign would cost; null where the provider does not say (REST counts in euro). */
	credits: number | null;
	/** Numbers that the provider would refuse, and text that is no number. */
	invalidNumbers: string[];
	campaignName: string | null;
	sender: string | null;
	/** The text as a template: markers stand where recipients differ. */
	message: string;
};
