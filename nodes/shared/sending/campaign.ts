import type { ExtraFields } from './extra-fields';
import type { ToldSettings } from './options';

/**
 * Everything but the text and the recipients that must be equal for SMS to leave in one request:
 * sender name (TPOA, null for the provider's short number), date (local time in the provider's zone,
 * `YYYY-MM-DD HH:MM:SS`, null for now), campaign name, and the options that the provider is told of.
 */
export type CampaignSettings = ToldSettings & {
	/** REST only: the provider is presumed to refuse a second send with the same value. */
	readonly uniqueIdentifier: string | null;
	/** Holds nothing that JSON cannot, and no reserved field. */
	readonly extraFields: ExtraFields;
};

/** One phone of a campaign. */
export interface CampaignRecipient {
	/** E.164, `+33612345678`. */
	readonly phoneNumber: string;
	/** Values for the markers of the message: `values[0]` is for `#param_1#`. */
	readonly values: readonly string[];
}

/** SMS that leave in one request. */
export interface Campaign {
	/** Text with markers in the v9.0 spelling, `#param_1#`. */
	readonly message: string;
	readonly settings: CampaignSettings;
	/** Never empty, and no number twice. */
	readonly recipients: readonly CampaignRecipient[];
}
