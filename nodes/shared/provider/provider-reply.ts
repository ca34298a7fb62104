/** What became of one HTTP request. */
export type ProviderReply =
	/** The provider, or something before it, answered. */
	| {
			readonly kind: 'answered';
			readonly httpStatus: number;
			readonly body: string;
			/** From the header Retry-After; null where there is none or it cannot be read. */
			readonly retryAfterMs: number | null;
			/** Target of a redirect, which is never followed: a redirected POST loses its body or sends it twice. */
			readonly location: string | null;
	  }
	/** The request certainly did not reach the provider. */
	| {
			readonly kind: 'unreached';
			readonly reason: string;
			readonly remedy: string;
			readonly mayHeal: boolean;
	  }
	/** The request may have reached the provider; what it did with it is not known. */
	| { readonly kind: 'uncertain'; readonly reason: string };
