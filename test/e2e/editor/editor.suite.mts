import { beforeAll, describe } from '@jest/globals';

import { createWorkflow, withCredential } from '../../../local-n8n/client/workflows.mts';
import type { Scene } from '../scene.mts';
import { sendOptions, triggerOptions } from './contract-operations.mts';
import { testFields } from './test-fields.mts';
import { testLocators } from './test-locators.mts';
import { testOperations } from './test-operations.mts';
import { bothNodes } from './workflows.mts';

/** Both nodes in n8n's editor. The editor loads slowly, so that all tests look at one workflow. */
export const editorSuite = (scene: Scene): void =>
	describe('editor', () => {
		beforeAll(async () => {
			const { editor, stage } = scene;
			const workflow = bothNodes(
				'Every field',
				{
					resource: 'sms',
					operation: 'send',
					to: '06 12 34 56 78',
					message: '=Hello {{ $json.name }}, see you #param_1#',
					dynamicParameters: { parameters: [{ value: 'tomorrow' }] },
					options: sendOptions,
				},
				{ events: ['deliveryReport', 'reply', 'stop'], options: triggerOptions },
			);
			const { id } = await createWorkflow(
				stage.session,
				withCredential(workflow, stage.credential),
			);
			await editor.openWorkflow(id);
		});

		testFields(scene);
		testOperations(scene);
		testLocators(scene);
	});
