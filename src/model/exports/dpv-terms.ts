/**
 * Which terms of the Data Privacy Vocabulary a policy document may name: the names alone, of DPV 2.3
 * (https://w3id.org/dpv, W3C Data Privacy Vocabularies and Controls Community Group, under the W3C
 * Software and Document License, https://www.w3.org/copyright/software-license-2023/). A document is
 * free to name others; they are exported as words, never as terms that do not exist.
 */
const PURPOSES = `
  AcademicResearch AccountManagement Advertising AgeVerification CombatClimateChange
  CommercialPurpose CommercialResearch CommunicationForCustomerCare CommunicationManagement
  CounterMoneyLaundering Counterterrorism CustomerCare CustomerClaimsManagement CustomerManagement
  CustomerOrderManagement CustomerRelationshipManagement CustomerSolvencyMonitoring DataAltruism
  DeliveryOfGoods DirectMarketing DisputeManagement EnforceAccessControl EnforceSecurity
  EstablishContractualAgreement FraudPreventionAndDetection FulfilmentOfContractualObligation
  FulfilmentOfObligation HumanResourceManagement IdentityAuthentication IdentityVerification
  ImproveExistingProductsAndServices ImproveHealthcare ImproveInternalCRMProcesses
  ImprovePublicServices ImproveTransportMobility IncreaseServiceRobustness
  InternalResourceOptimisation LegalCompliance MaintainFraudDatabase Marketing
  MemberPartnerManagement MisusePreventionAndDetection NonCommercialPurpose NonCommercialResearch
  OptimisationForConsumer OptimisationForController OptimiseUserInterface
  OrganisationComplianceManagement OrganisationGovernance OrganisationRiskManagement
  PaymentManagement Personalisation PersonalisedAdvertising PersonalisedBenefits
  PersonnelBehaviourMonitoring PersonnelHiring PersonnelManagement PersonnelMonitoring
  PersonnelOffboarding PersonnelOnboarding PersonnelPayment PersonnelPerformanceEvaluation
  PersonnelPerformanceManagement PersonnelPerformanceMonitoring PersonnelPerformancePrediction
  PersonnelPromotionManagement PersonnelTerminationManagement PersonnelWorkloadManagement
  PoliticalCampaign ProtectionOfIPR ProtectionOfNationalSecurity ProtectionOfPublicSecurity
  ProvideEventRecommendations ProvideOfficialStatistics ProvidePersonalisedRecommendations
  ProvideProductRecommendations PublicBenefit PublicPolicyMaking PublicRelations Purpose
  RecordManagement RecruitmentAdvertising RecruitmentApplicantBackgroundCheck
  RecruitmentApplicantCriminalBackgroundCheck RecruitmentApplicantInformationAuthentication
  RecruitmentApplicantSelection RecruitmentApplicationAnalysis RecruitmentApplicationManagement
  RecruitmentApplicationScreening RecruitmentInterviewAnalysis RecruitmentInterviewAssessment
  RecruitmentInterviewManagement RecruitmentInterviewScheduling RecruitmentManagement
  RecruitmentTargetedAdvertising RepairImpairments RequestedServiceProvision
  ResearchAndDevelopment RightsFulfilment ScientificResearch SearchFunctionalities
  SellDataToThirdParties SellInsightsFromData SellProducts SellProductsToDataSubject
  ServiceAccessDetermination ServiceManagement ServiceMonitoring ServiceOptimisation
  ServicePersonalisation ServiceProvision ServiceRegistration ServiceUsageAnalytics
  SocialMediaMarketing TargetedAdvertising TechnicalServiceProvision UserInterfacePersonalisation
  VendorManagement VendorPayment VendorRecordsManagement VendorSelectionAssessment Verification
`;

const PERSONAL_DATA = `
  Accent AccountIdentifier Acquaintance Age AgeExact AgeRange ApartmentOwned Association Attitude
  Authenticating AuthenticationHistory BankAccount Behavioural Biometric BirthCountry BirthDate
  BirthPlace BloodType BrowserFingerprint BrowserHistory BrowsingBehaviour BrowsingReferral
  CallLog CarOwned Character Citizenship City Communication CommunicationsMetadata Connection
  Contact Country Credit CreditCapacity CreditCardNumber CreditRecord CreditScore CreditStanding
  CreditWorthiness Criminal CriminalCharge CriminalConviction CriminalOffence CriminalPardon
  CurrentEmployment CurrentLocation DNACode Demeanour Demographic DeviceApplications DeviceBased
  DeviceOperatingSystem DeviceSoftware Dialect DigitalFingerprint Disability DisciplinaryAction
  Dislike Divorce Domicile DrugTestResult Education EducationExperience EducationQualification
  EducationTraining EmailAddress EmailAddressPersonal EmailAddressWork EmailContent Emotion
  EmploymentHistory EthnicOrigin Ethnicity External FacialExpression FacialPrint Family
  FamilyHealthHistory FamilyStructure Favourite FavouriteColour FavouriteFood FavouriteMusic
  Fetish Financial FinancialAccount FinancialAccountNumber FinancialStatus Fingerprint Friend
  GPSCoordinate Gender GeneralReputation Genetic Geographic GroupMembership GroupProfile
  HairColour Health HealthHistory HealthRecord Height Historical HomeLocation HouseNumber
  HouseOwned Household IPAddress Identifier Identifying Income IncomeBracket
  IndividualHealthHistory IndividualProfile Insurance Intention Interaction Interest Internal Job
  KnowledgeBelief Language LifeHistory Like LinkClicked LoanRecord Locality Location MACAddress
  MaritalStatus Marriage MedicalHealth MentalHealth Mood Name Nationality OfficialID Offspring
  Opinion Ownership PINCode Parent Passport Password PastEmployment PaymentCard PaymentCardExpiry
  PaymentCardNumber PerformanceAtWork PersonalDocuments PersonalPossession Personality
  PhilosophicalBelief PhysicalAddress PhysicalCharacteristic PhysicalHealth PhysicalTrait Picture
  Piercing PoliticalAffiliation PoliticalOpinion PostalCode Preference Prescription
  PrivacyPreference Proclivity Professional ProfessionalCertification ProfessionalEvaluation
  ProfessionalExperience ProfessionalInterview ProfessionalTraining Profile PublicLife
  PubliclyAvailableSocialMedia Purchase PurchasesAndSpendingHabit Race Reference Region
  Relationship Reliability Religion ReligiousBelief Residency Retina RoomNumber Salary Sale School
  SecretText ServiceConsumptionBehaviour Sexual SexualHistory SexualPreference Sibling SkinTone
  Social SocialBehaviour SocialMedia SocialMediaCommunication SocialNetwork SocialStatus Street
  TVViewingBehaviour Tattoo Tax TechnicalKnowledge TelephoneNumber Thought Tracking
  TradeUnionMembership Transaction Transactional TravelHistory UID UserAgent Username
  VehicalLicenseNumber VehicalLicenseRegistration Vehicle VehicleLicense VehicleUsage
  VoiceCommunicationRecording VoiceMail Vulnerability Weight WorkEnvironment WorkExperience
  WorkHistory WorkLocation
`;

/** Countries of the vocabulary's `loc` extension: those of ISO 3166-1. */
const COUNTRIES = `
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
  BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
  EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
  HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
  LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
  NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
  SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
  TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
`;

const known = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Names of purposes, without the prefix `dpv:`. */
export const DPV_PURPOSES: ReadonlySet<string> = known(PURPOSES);

/** Names of kinds of personal data, without the prefix `pd:`. */
export const DPV_PERSONAL_DATA: ReadonlySet<string> = known(PERSONAL_DATA);

/** Countries, without the prefix `loc:`. */
export const DPV_COUNTRIES: ReadonlySet<string> = known(COUNTRIES);
