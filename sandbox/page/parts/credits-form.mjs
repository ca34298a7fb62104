import { html } from 'lit-html';
import { sandbox } from '../sandbox-api.mjs';
import { count } from '../wording.mjs';
import { formField } from './form-field.mjs';
import { showNotice } from './notice.mjs';

/** What the account starts with: a million French SMS. */
const full = 15_000_000;

/** One credit less than a French SMS costs. */
const tooFew = 14;

/** @param {number} credits */
async function set(credits) {
	try {
		await sandbox.setCredits(credits);
		showNotice(`The account has ${count(credits, 'credit')}`);
	} catch (error) {
		showNotice(error, 'bad');
	}
}

/** Fills and empties the account. */
export const creditsForm = () => html`
	<form
		class="card form-card"
		aria-label="Change the credits"
		@submit=${(/** @type {SubmitEvent} */ event) => {
			event.preventDefault();
			const form = /** @type {HTMLFormElement} */ (event.currentTarget);
			void set(Number(new FormData(form).get('credits')));
		}}
	>
		<div class="field-row">
			${formField({
				id: 'credits-wanted',
				label: 'Credits',
				control: html`<input
					id="credits-wanted"
					name="credits"
					type="number"
					required
					min="0"
					max="1000000000000"
					value="45"
					aria-describedby="credits-wanted-hint"
				/>`,
			})}
			<button class="button primary">Set credits</button>
		</div>
		<p id="credits-wanted-hint" class="faint">
			The balance follows. With 0 credits every send is refused with 103, with too few with 104.
		</p>
		<div class="form-actions start">
			<button type="button" class="button danger" @click=${() => set(0)}>Empty the account</button>
			<button type="button" class="button" @click=${() => set(tooFew)}>
				Leave too little for one SMS
			</button>
			<button type="button" class="button" @click=${() => set(full)}>Fill it up</button>
		</div>
	</form>
`;
