/** One chat behind a number. */
export interface ChatEntry {
  conversationId: string;
  channel: string;
  agentName: string | null;
  referral: string;
  startedAt: number;
  duration: number | null;
  responseTime: number | null;
  rating: number | null;
}
