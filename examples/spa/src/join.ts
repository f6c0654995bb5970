import type { ConsentElement } from 'dongui';

export interface JoinAnswer {
  readonly receipt: string;
}

/** Signs up with JSON. The server links the receipt to the account by its id and hash. */
export async function join(email: string, consent: ConsentElement): Promise<JoinAnswer> {
  const { receipt, hash } = await consent.record();
  const response = await fetch('/api/join', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email,
      consent: { receipt: receipt.id, hash, decisions: consent.decisions },
    }),
  });
  if (!response.ok) throw new Error(`The server answered ${String(response.status)}.`);
  return (await response.json()) as JoinAnswer;
}
