import type { Clock } from '../clock/clock.mts';
import { maskFields, maskSecrets } from './mask-secrets.mts';

/** An API request as it was received, with secrets masked. */
export interface RecordedRequest {
	readonly id: number;
	/** ISO 8601. */
	readonly at: string;
	readonly method: string;
	/** Without the query string. */
	readonly path: string;
	/** As received, without the question mark. */
	readonly query: string;
	readonly endpoint: string;
	readonly headers: Readonly<Record<string, string>>;
	/** As received; the fields as JSON where it was multipart. */
	body: string;
	/** HTTP status of the answer; null without one. */
	status: number | null;
	/** The code in the answer: `status` of v9.0, `code` of REST. */
	code: string | null;
	/** The fault that it met. */
	fault: string | null;
	/** How long the answer took, in milliseconds. */
	durationMs: number | null;
}

/** What is known of a request when its head is read. */
export interface RequestHead {
	readonly method: string;
	/** Path and query as received. */
	readonly url: string;
	readonly endpoint: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** Requests that are kept, and the size of all their bodies together, in characters. */
const KEPT = 50_000;
const KEPT_BODIES = 128 * 1024 * 1024;

/** Every API request, oldest first. */
export class RequestLog {
	private list: RecordedRequest[] = [];
	private oldestWithBody = 0;
	private bodies = 0;
	private count = 0;

	constructor(
		private readonly clock: Clock,
		private readonly keys: () => readonly string[],
	) {}

	get all(): readonly RecordedRequest[] {
		return this.list;
	}

	begin({ method, url, endpoint, headers }: RequestHead): RecordedRequest {
		const [path = '', ...query] = url.split('?');
		this.count++;
		const entry: RecordedRequest = {
			id: this.count,
			at: new Date(this.clock.now()).toISOString(),
			method,
			path: maskSecrets(path, this.keys()),
			query: maskSecrets(query.join('?'), this.keys()),
			endpoint,
			headers: maskFields(headers, this.keys()),
			body: '',
			status: null,
			code: null,
			fault: null,
			durationMs: null,
		};
		this.list.push(entry);
		if (this.list.length > KEPT * 1.1) {
			const dropped = this.list.length - KEPT;
			this.list = this.list.slice(dropped);
			this.oldestWithBody = Math.max(0, this.oldestWithBody - dropped);
		}
		return entry;
	}

	/** Keeps a body as text. The oldest bodies make room. */
	keepText(entry: RecordedRequest, text: string): void {
		this.keep(entry, maskSecrets(text, this.keys()));
	}

	/** Keeps the fields of a multipart body. */
	keepFields(entry: RecordedRequest, fields: Readonly<Record<string, string>>): void {
		this.keep(entry, JSON.stringify(maskFields(fields, this.keys())));
	}

	private keep(entry: RecordedRequest, body: string): void {
		entry.body = body;
		this.bodies += body.length;
		while (this.bodies > KEPT_BODIES && this.oldestWithBody < this.list.length - 1) {
			const oldest = this.list[this.oldestWithBody];
			if (oldest) {
				this.bodies -= oldest.body.length;
				oldest.body = '';
			}
			this.oldestWithBody++;
		}
	}
}
