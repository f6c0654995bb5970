/**
 * The rows of the regulator's guide (작성지침 2026.4, p. 15; requirement POL-11) as parts of an
 * address: `/policy/#third-parties`. Public: `<dongui-policy>` gives its chapters these ids, and what
 * leads into it uses them, so they never change.
 */
export type PolicyRow =
  | 'about'
  | 'purposes'
  | 'data'
  | 'children'
  | 'retention'
  | 'destruction'
  | 'third-parties'
  | 'additional-use'
  | 'processors'
  | 'transfers'
  | 'safety'
  | 'sensitive-exposure'
  | 'pseudonymised-data'
  | 'automatic'
  | 'behavioural-data'
  | 'rights'
  | 'automated-decisions'
  | 'contacts'
  | 'domestic-agent'
  | 'remedies'
  | 'fixed-cameras'
  | 'mobile-cameras'
  | 'other'
  | 'changes';
