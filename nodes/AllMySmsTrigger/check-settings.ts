import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';

import { readSettings } from './trigger-settings';

/**
 * AllMySMS has no API to register an address with: the user pastes it into the client area, where
 * it stays. What n8n calls when a workflow is activated or listens for a test event is therefore
 * used to check the parameters, so that no push ever meets one that cannot be used.
 */
export const addressLifecycle = {
	/** Nobody can tell what is entered in the client area. */
	async checkExists(): Promise<boolean> {
		return false;
	},

	/** @throws NodeOperationError for a parameter that cannot be used */
	async create(this: IHookFunctions): Promise<boolean> {
		const settings = readSettings(this);
		if (settings.ok) return true;
		const { parameter, reason, remedy } = settings.refusal;
		throw new NodeOperationError(this.getNode(), `'${parameter}' ${reason}`, {
			description: remedy,
		});
	},

	/** The address stays in the client area; calls get n8n's 404 from now on. */
	async delete(): Promise<boolean> {
		return true;
	},
};
