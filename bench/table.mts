/** Lines up rows, the first of which is the header; numbers stand at the right. */
export function tableOf(rows: ReadonlyArray<readonly string[]>): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? '').length)),
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, column) => {
				const width = widths[column] ?? 0;
				return /^\d/.test(cell) ? cell.padStart(width) : cell.padEnd(width);
			})
			.join('  ')
			.trimEnd();
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	const [header = [], ...body] = rows;
	return [line(header), rule, ...body.map(line)].join('\n');
}
