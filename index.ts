export { AllMySmsApi } from './credentials/AllMySmsApi.credentials';
export { AllMySms } from './nodes/AllMySms/AllMySms.node';
export { AllMySmsTrigger } from './nodes/AllMySmsTrigger/AllMySmsTrigger.node';
export type {
	DeliveryReportItem,
	OtherEventItem,
	ReplyItem,
	SmsEventItem,
} from './nodes/shared/events/event-item';
export type { ReceiptStatus } from './nodes/shared/events/receipt-status';
export type { EventName } from './nodes/shared/events/sms-event';
export type { SimulationItem } from './nodes/shared/items/simulation-item';
export type { SmsItem } from './nodes/shared/items/sms-item';
export type { OutcomeStatus } from './nodes/shared/outcomes/outcome';
