import { defineConfig } from 'vite';

// In development the demo's receiver answers: `npm start` in the repository serves it.
export default defineConfig({
  server: { proxy: { '/consents': 'http://127.0.0.1:4400' } },
});
