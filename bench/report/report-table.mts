/** A table with what it shows. */
export interface ReportTable {
	readonly title: string;
	readonly head: readonly string[];
	readonly rows: ReadonlyArray<readonly string[]>;
	/** What a reader must know to read it. */
	readonly remark?: string;
}
