/** How long a notice of a billing company is remembered; longer than any of them goes on repeating one. */
export const noticeMemoryMs = 30 * 24 * 60 * 60_000;
