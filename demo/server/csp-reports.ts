/** What a browser stopped because of the policy, without anything about the person. */
export interface CspReport {
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
  readonly sample: string;
}

/** More than any page can cause by itself; older ones go. */
const MOST_REPORTS = 200;
const LONGEST_BODY = 16 * 1024;

/** Keeps the last reports in memory: `POST` adds one, `GET` shows all, oldest first. */
export function createCspReports(): (request: Request) => Promise<Response> {
  const reports: CspReport[] = [];
  return async (request) => {
    if (request.method === 'GET') return Response.json({ reports });
    if (request.method !== 'POST') {
      return new Response(null, { status: 405, headers: { allow: 'GET, POST' } });
    }
    const report = readReport(await request.text());
    if (report === undefined) return new Response(null, { status: 400 });
    reports.push(report);
    if (reports.length > MOST_REPORTS) reports.shift();
    return new Response(null, { status: 204 });
  };
}

function readReport(text: string): CspReport | undefined {
  if (text.length > LONGEST_BODY) return undefined;
  try {
    const body = JSON.parse(text) as { 'csp-report': Record<string, unknown> };
    const fields = body['csp-report'];
    const read = (name: string): string => {
      const value = fields[name];
      return typeof value === 'string' ? value.slice(0, 500) : '';
    };
    return {
      // The query of a welcome page names a receipt.
      page: read('document-uri').replace(/\?.*/, ''),
      directive: read('effective-directive') || read('violated-directive'),
      blocked: read('blocked-uri').replace(/\?.*/, ''),
      sample: read('script-sample'),
    };
  } catch {
    return undefined;
  }
}
