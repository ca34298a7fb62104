/** Prints the story as it happens, and remembers what did not come true. */
export class Story {
	private readonly startedAt = Date.now();

	private readonly broken: string[] = [];

	/** A heading. */
	chapter(title: string): void {
		console.log(`\n${title}`);
	}

	/** Something seen; nothing is judged. */
	tell(line: string): void {
		console.log(`    ${line}`);
	}

	/** Something that must be true. */
	expect(holds: boolean, sentence: string): void {
		if (!holds) this.broken.push(sentence);
		console.log(`  ${holds ? '✓' : '✗'} ${sentence}`);
	}

	/** Something that ended the story early. */
	breakOff(reason: string): void {
		this.broken.push(reason);
		console.log(`  ✗ ${reason}`);
	}

	/** The last lines; true when everything came true. */
	end(): boolean {
		const seconds = Math.round((Date.now() - this.startedAt) / 1_000);
		console.log(
			this.broken.length === 0
				? `\nThe whole story came true (${seconds} s).`
				: `\nThe story did not come true (${seconds} s):\n${this.broken.map((line) => `  ✗ ${line}`).join('\n')}`,
		);
		return this.broken.length === 0;
	}
}
