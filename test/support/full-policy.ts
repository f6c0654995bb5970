import type {
  Block,
  Contact,
  DataItem,
  PolicyDocument,
  Purpose,
  Refusal,
  Retention,
} from '../../src/model/index.js';

const contact: Required<Contact> = {
  phone: '02-0000-0000',
  fax: '02-0000-0001',
  email: 'privacy@example.org',
  url: 'https://example.org/contact?a=b#c',
  address: '서울특별시 어느 길 1',
  text: '고객센터 게시판',
};

const purposes: readonly Purpose[] = [
  { text: '회원 관리', group: '회원', of: ['이름'], statute: '약관', dpv: 'ServiceProvision' },
  { text: '상담' },
];

const data: readonly DataItem[] = [
  {
    name: '이름',
    kind: 'ordinary',
    note: '실명',
    condition: '가맹점의 경우',
    about: '세대원',
    dpv: 'Name',
  },
  { name: '건강 상태', kind: 'sensitive' },
];

const retention: Retention = [
  { period: 'P1Y6M', from: '회원 탈퇴', condition: '1만원 초과', statute: '전자상거래법 6조' },
  { event: '회원 탈퇴', reason: '분쟁 해결', text: '탈퇴할 때까지' },
  { until: '2027-12-31' },
  { until: 'purpose-met' },
];

const refusal: Required<Refusal> = {
  right: '동의를 거부할 수 있습니다.',
  consequence: '가입할 수 없습니다.',
  withdrawal: '정기배송이 멈춥니다.',
};

/** Each kind of block, with each kind of text and line. */
const blocks: readonly Block[] = [
  '한 줄',
  { type: 'paragraph', text: '문단' },
  { type: 'paragraph', text: ['앞 ', { text: '링크', href: 'javascript:alert(1)' }, ' 뒤'] },
  {
    type: 'list',
    items: [
      '줄',
      ['조각 ', { text: '전화', href: 'tel:0200000000' }],
      { text: '위', items: ['아래', { text: ['더 ', '위'], items: [] }] },
    ],
    ordered: true,
  },
  { type: 'list', items: [] },
  { type: 'table', caption: '표', head: ['가', ['나']], rows: [['1', ['2', '3']], []] },
  { type: 'table', rows: [] },
];

/** The same in short: what stands below a list is the same wherever the list stands. */
const brief = {
  contact: { phone: '118' },
  purposes: [{ text: '상담' }],
  data: [{ name: '이름', kind: 'ordinary' }],
  retention: [{ period: 'P5Y' }],
  refusal: { right: '거부할 수 있습니다.' },
  blocks: ['한 줄'],
} as const;

const matter = {
  basis: 'consent',
  statute: '개인정보 보호법 15조',
  required: 'unstated',
  refusal: brief.refusal,
  detail: brief.blocks,
  childText: '쉽게 말하면 이렇습니다.',
  revision: '2026-01-31',
} as const;

/**
 * A document that has every key that a policy document can have, and every kind of value that can
 * stand there. Its content is of no account.
 */
export const FULL_POLICY: PolicyDocument = {
  $schema: './policy.schema.json',
  schema: 'dongui/policy@1',
  id: 'full',
  locale: 'ko-KR',
  translations: { en: '/policies/full.en.json', 'zh-Hant': 'full.zh.json' },
  translationOf: { locale: 'ko', sha256: 'WuHBHCMY0BxouVKxZwNN4pxSRuNujBzNbJZ4DVvUd-s' },
  jurisdiction: 'KR',
  origin: 'transcribed',
  status: 'archived',
  version: '2026-02',
  effective: '2026-02-01',
  announced: '2026-01-25',
  otherDates: [{ date: '2024-02-29', where: '부칙' }],
  title: '개인정보처리방침',
  banner: '이전 방침',
  preface: blocks,
  statutes: ['개인정보 보호법'],
  contents: ['1. 수집 항목'],
  headings: ['1. 수집하는 항목'],
  runInHeadings: ['1. 수집하는 항목'],
  definitions: [{ term: '회원', text: '가입한 사람' }],
  pageUrl: 'https://example.org/privacy',
  history: [
    {
      version: '2025-01',
      announced: '2024-12-20',
      effective: '2025-01-01',
      until: '2026-01-31',
      url: '/privacy/2025-01',
      document: 'full.2025-01.json',
      changes: brief.blocks,
    },
  ],
  next: {
    version: '2027-01',
    announced: '2026-12-20',
    effective: '2027-01-01',
    document: 'full.2027-01.json',
    changes: ['새 항목'],
  },
  changeNotice: { days: 7, where: '홈페이지', of: '중요한 변경' },
  controllers: [
    { ...contact, name: '주식회사 보기', brands: ['보기'], alsoNamed: ['보기 주식회사'] },
    {},
  ],
  service: {
    name: '보기 서비스',
    alsoNamed: ['보기'],
    parts: ['보기 상점'],
    description: '무엇이든 보여 줍니다.',
    url: '//example.org/',
  },
  terms: [
    {
      id: 'terms',
      title: '이용약관',
      summary: '계약의 내용',
      version: '3',
      required: true,
      url: 'terms.html',
      text: brief.blocks,
      sha256: '0123456789abcdefghijklmnopqrstuvwxyzABCDE_-',
      childText: '쉽게 말하면 이렇습니다.',
      revision: '2026-01-31',
    },
  ],
  processing: [
    {
      ...matter,
      id: 'account',
      title: '회원 가입',
      printedUnder: '[필수항목]',
      audience: '가맹점',
      purposes,
      data,
      collection: ['홈페이지'],
      source: '본인',
      retention,
      empty: { purposes: 'none', data: 'unstated', retention: 'unstated' },
      dependsOn: ['terms'],
      detailTitle: '자세히',
    },
    {
      id: 'health',
      title: '건강 상담',
      purposes: [],
      data: [],
      basis: 'contract',
      required: false,
      retention: [],
      empty: {},
      refusal: {},
      dependsOn: ['account', 'age'],
      childText: '쉽게 말하면 이렇습니다.',
      revision: '2026-01-31',
    },
  ],
  processingRule: brief.blocks,
  thirdParties: [
    {
      ...matter,
      id: 'partner',
      title: '제휴사 제공',
      question: '제휴사에 제공할까요?',
      reason: '배송에 필요합니다.',
      recipient: { name: '제휴사', contact },
      uses: [
        { title: '배송', purposes: brief.purposes, data: brief.data, retention: brief.retention },
      ],
      dependsOn: ['health'],
    },
  ],
  thirdPartyRule: brief.blocks,
  transfers: [
    {
      ...matter,
      id: 'cloud',
      title: '국외 이전',
      recipient: { name: 'Cloud', contact: {} },
      data: brief.data,
      country: 'JP',
      when: '상담할 때마다',
      how: '암호화 통신',
      purposes: brief.purposes,
      retention: brief.retention,
      dependsOn: [],
    },
  ],
  processors: [
    {
      names: ['수탁사'],
      namesLabel: '은행',
      work: ['배송'],
      data: brief.data,
      country: 'KR',
      promotion: false,
      retention: brief.retention,
      contact: brief.contact,
      subProcessors: [{ name: '재수탁사', work: '포장' }, { name: '다른 재수탁사' }],
    },
  ],
  processorRule: brief.blocks,
  asProcessor: [{ purposes: brief.purposes, data: brief.data, retention: brief.retention }],
  asProcessorRule: brief.blocks,
  marketing: {
    sender: '보기',
    use: {
      title: '홍보에 이용',
      purposes: brief.purposes,
      data: brief.data,
      retention: brief.retention,
      refusal,
      detail: brief.blocks,
      childText: '쉽게 말하면 이렇습니다.',
      revision: '2026-01-31',
    },
    advertising: {
      title: '광고 수신',
      content: '할인 광고',
      channels: [{ channel: 'email', title: '전자우편' }, { channel: 'sms' }],
      retention: brief.retention,
      refusal: brief.refusal,
      childText: '쉽게 말하면 이렇습니다.',
      revision: '2026-01-31',
    },
    night: {
      title: '야간 광고',
      channels: ['sms'],
      retention: brief.retention,
      refusal: brief.refusal,
      childText: '쉽게 말하면 이렇습니다.',
      revision: '2026-01-31',
    },
  },
  age: {
    threshold: 14,
    title: '만 14세 이상',
    guardianMethods: ['sms-notice', 'card'],
    guardianUrl: '/guardian',
    childText: '보호자와 함께 가입해요.',
    revision: '2026-01-31',
  },
  retentionRule: brief.blocks,
  keptRecords: [
    { record: '계약 기록', data: brief.data, basis: 'statute', retention: brief.retention },
    { basis: 'internal', retention: [] },
  ],
  dormancy: {
    after: 'P1Y',
    condition: '접속하지 않으면',
    effect: brief.blocks,
    noticeDays: 30,
    noticeBy: '전자우편',
    reactivation: brief.blocks,
  },
  automaticCollection: {
    data: brief.data,
    dataOpen: '등',
    purposes: brief.purposes,
    means: brief.blocks,
    retention: brief.retention,
    trackers: [
      {
        name: '분석',
        company: '분석사',
        data: brief.data,
        purposes: brief.purposes,
        retention: brief.retention,
        refusal: brief.blocks,
        country: 'US',
      },
    ],
    refusal: brief.blocks,
    refusalEffect: '로그인이 어렵습니다.',
    original: [{ target: '아이폰', device: '모바일', path: ['설정', 'Safari'], action: '삭제' }],
    cookies: [
      {
        id: 'analytics',
        title: '분석',
        description: '방문을 셉니다.',
        necessary: false,
        basis: 'consent',
        purposes: brief.purposes,
        data: brief.data,
        retention: brief.retention,
        refusal: brief.refusal,
        services: [
          {
            id: 'counter',
            name: '방문 수',
            company: '분석사',
            contact: brief.contact,
            country: 'US',
            purposes: brief.purposes,
            data: brief.data,
            retention: brief.retention,
            ownUse: true,
            cookies: [
              {
                name: '_c',
                storage: 'local-storage',
                purpose: '방문 수',
                retention: brief.retention,
              },
            ],
            url: 'HTTPS://example.org/',
          },
        ],
        revision: '2026-01-31',
      },
    ],
    devicePermissions: [{ name: '카메라', required: false, reason: '사진 올리기' }],
  },
  rights: {
    list: [{ right: '열람', statute: '35조', how: '전화', url: '/rights', limit: '35조 4항' }],
    how: brief.blocks,
    agents: brief.blocks,
    response: brief.blocks,
    duties: brief.blocks,
  },
  withdrawal: { url: '/my/', method: '내 동의에서' },
  contacts: [
    { ...contact, role: 'cpo', department: '보호팀', title: '팀장', roleName: '관리책임자' },
  ],
  contactRule: brief.blocks,
  remedies: [
    {
      body: '신고센터',
      duty: '상담',
      phone: '118',
      phoneNote: '국번없이',
      url: 'https://privacy.example',
      address: '나주시',
      operator: '진흥원',
      condition: '행정심판',
    },
  ],
  remedyRule: brief.blocks,
  authority: { name: '개인정보보호위원회', url: 'https://www.example.go.kr' },
  storage: { countries: ['KR', 'JP'] },
  destruction: { rules: brief.blocks, procedure: brief.blocks, methods: brief.blocks },
  safety: [{ title: '관리적 조치', lead: brief.blocks, measures: brief.blocks }],
  safetyRule: brief.blocks,
  disclaimers: brief.blocks,
  children: brief.blocks,
  sections: [{ row: 24, title: '기타', body: brief.blocks }],
  notApplicable: ['transfers', 'fixedCameras'],
  surfaces: {
    signup: [
      'terms',
      'account',
      'health',
      'partner',
      'cloud',
      'age',
      'marketing-use',
      'advertising-email',
      'advertising-sms',
      'advertising-night',
    ],
    inquiry: [],
  },
};

/** A document with nothing that it can do without. */
export const LEAST_POLICY: PolicyDocument = {
  schema: 'dongui/policy@1',
  id: 'least',
  locale: 'ko',
  jurisdiction: 'KR',
  version: '1',
  effective: '2026-01-01',
  controllers: [],
  service: { name: '보기' },
  surfaces: {},
};
