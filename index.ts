export { AllMySmsApi } from './credentials/AllMySmsApi.credentials';
export { AllMySms } from './nodes/AllMySms/AllMySms.node';
export { AllMySmsTrigger } from './nodes/AllMySmsTrigger/AllMySmsTrigger.node';
export type {
	DeliveryReportItem,
	OtherEventItem,
	ReplyItem,
	SmsEventItem,
} from './nodes/shared/pushes/sms-event';
export type { ReceiptStatus } from './nodes/shared/vocabulary/receipts';
export type { EventName } from './nodes/shared/pushes/sms-event';
export type { SimulationItem } from './nodes/shared/sending/simulations';
export type { SmsItem } from './nodes/shared/sending/output';
export type { OutcomeStatus } from './nodes/shared/sending/recipient';
