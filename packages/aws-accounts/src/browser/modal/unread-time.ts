/** A question can come while a person types or clicks elsewhere. For so long nobody can have read it. */
export const UNREAD_MS = 500;
