import { NodeApiError, sleep, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';

import { readAnswer } from '../../../shared/answers/read-answer';
import { readSimulateAnswer } from '../../../shared/answers/simulate-answer';
import { cutIntoBatches, type Batch } from '../../../shared/campaigns/batches';
import { simulationItem } from '../../../shared/items/simulation-item';
import { batchOutcome } from '../../../shared/outcomes/batch-outcome';
import { callProvider, providerAddress } from '../../../shared/provider/gateway';
import { callPersistently } from '../../../shared/provider/persistent-call';
import { batchCall } from '../../../shared/requests/batch-call';
import { errorItem } from './error-item';
import { readSmsItems, refusalError } from './read-items';
import { smsFields } from './sms-fields';

export const description = smsFields('simulate');
