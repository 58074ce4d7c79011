/** Tokens (OAuth 1.0a) that the demo desk begins with, as if its two accounts had let the app in before. */
export const demoXAccess = [
  { userId: '1001', id: '1001-SandboxLarkspurCoffee', secret: 'sandbox-secret-of-larkspurcoffee' },
  { userId: '1002', id: '1002-SandboxTidelineGear', secret: 'sandbox-secret-of-tidelinegear' },
];
