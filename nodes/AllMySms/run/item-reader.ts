import type { INodeProperties } from 'n8n-workflow';

import { read, refuse, type Problem, type Result } from '../../shared/problem';
import type { TextPart } from '../../shared/text/personalisation';
import type { GivenDate } from '../../shared/sending/departure';
import { country } from '../../shared/sending/option-rows';
import { readText, isSwitchedOn, readSwitch, wholeNumberOf } from '../../shared/text/read-text';
import { inWords, isBlank, isFields } from '../../shared/values';

/** The parameters of one item. */
export interface ItemParameters {
	/** The first parameter that n8n could not evaluate, with n8n's reason. */
	readonly failure: { readonly parameter: string; readonly reason: string } | null;
	/** The value that n8n gives, or undefined where the parameter is not set. */
	value(name: string): unknown;
	/** The same for a text parameter, in its parts; a whole `{{ }}` that gives no text is one part. */
	parts(name: string): TextPart[];
	/** The expression that is the parameter, as it is stored; null where none is. */
	expression(name: string): string | null;
}

/** What a resource locator holds, whichever way it was chosen. */
const unwrapped = (value: unknown): unknown =>
	isFields(value) && value.__rl === true ? value.value : value;

/** Reads the parameters of one item by their names, and calls them as the user sees them. */
export class ItemReader {
	constructor(
		private readonly fields: readonly INodeProperties[],
		private readonly parameters: ItemParameters,
	) {}

	/** The name that the user sees. */
	displayName(name: string): string {
		for (const field of this.fields) {
			if (field.name === name) return field.displayName;
			for (const option of field.options ?? []) {
				if ('displayName' in option && option.name === name) return option.displayName;
			}
		}
		return name;
	}

	/** Why the item cannot be used: n8n could not evaluate one of its expressions. */
	get problem(): Problem | null {
		const { failure } = this.parameters;
		if (!failure) return null;
		return refuse(
			this.displayName(failure.parameter),
			`has an expression that n8n cannot evaluate: ${failure.reason}`,
			'Open the expression in the editor and check the names in it.',
		).problem;
	}

	/** The value that n8n gives; undefined or null where there is none. */
	value(name: string): unknown {
		return unwrapped(this.parameters.value(name));
	}

	/** A text with what expressions gave told apart. */
	parts(name: string): TextPart[] {
		return this.parameters.parts(name);
	}

	/** A date. Where an expression stands, one is meant; what an AI model fills in may be left empty by it. */
	date(name: string): GivenDate {
		const expression = this.parameters.expression(name);
		const isMeant = expression !== null && !/\$fromAI\b/i.test(expression);
		return { raw: this.value(name), isMeant };
	}

	/** The value of a member of a collection, 'Options' unless another is named. */
	option(name: string, collection = 'options'): unknown {
		const options = this.value(collection);
		return isFields(options) && Object.hasOwn(options, name) ? options[name] : undefined;
	}

	/** Whether a switch is on; an expression may give the word. */
	isOn(name: string): boolean {
		return isSwitchedOn(this.value(name));
	}

	/** Whether a switch of 'Options' is on. */
	isOptionOn(name: string): boolean {
		return isSwitchedOn(this.option(name));
	}

	/** The same, where the wrong guess would cost money: a word that is neither on nor off is refused. */
	optionSwitch(name: string): Result<boolean> {
		return readSwitch(this.option(name), this.displayName(name), false);
	}

	/** A text without the space around it; null where the parameter is empty. */
	text(name: string): Result<string | null> {
		return readText(this.value(name), this.displayName(name));
	}

	/** The same for a member of a collection. */
	optionText(name: string, collection = 'options'): Result<string | null> {
		return readText(this.option(name, collection), this.displayName(name));
	}

	/** The country of numbers without a country code, where 'Options' has it. */
	country(): Result<string> {
		return country(this.option('defaultCountry'), this.displayName('defaultCountry'));
	}

	/** A text that must be there. */
	required(name: string): Result<string> {
		const text = this.text(name);
		if (!text.ok) return text;
		if (text.value !== null) return read(text.value);
		return refuse(
			this.displayName(name),
			'is empty',
			`Fill in '${this.displayName(name)}'; an expression may have given nothing.`,
		);
	}

	/** How many rows are wanted: 'Limit', or all of them. */
	limit(): Result<number> {
		if (this.isOn('returnAll')) return read(Infinity);
		const given = this.value('limit');
		const limit = isBlank(given) ? 50 : wholeNumberOf(given);
		if (limit !== null && limit >= 1) return read(limit);
		return refuse(
			this.displayName('limit'),
			`is ${inWords(given)}`,
			"Enter a whole number from 1, or switch on 'Return All'.",
		);
	}
}
