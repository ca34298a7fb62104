/** What is sent: form fields for the HTTP API v9.0; a JSON body, or none for GET, for REST. */
export type ProviderCall =
	| {
			readonly api: 'v9';
			readonly endpoint: string;
			readonly fields: Readonly<Record<string, string>>;
	  }
	| {
			readonly api: 'rest';
			readonly path: string;
			readonly body?: Readonly<Record<string, unknown>>;
	  };

/** One request with its time limit, which covers connecting, silence and the whole answer. */
export type ProviderRequest = ProviderCall & { readonly timeoutMs: number };
