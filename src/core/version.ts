/** Version of this library, as receipts name it. A test holds it against package.json. */
export const VERSION = '0.1.0';
