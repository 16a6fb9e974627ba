/** Words that stand with a capital and are part of no person's name: of services, courts, places, days, tongues, sorts of document. */
const WORDS = `
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December
Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Christmas Easter Ramadan Eid Diwali Matariki Summer Winter Autumn Spring
The This That These Those A An And Or But If In On At To Of For From By With As It Its We Our You Your They Their He His She Her I My Not No Yes All Any Each Every Some
Both Who What When Where Why How Which Then There Here After Before Since While Once Until Please Thank Thanks Also However Because Although So Only
Access Act Acts Action Advice Advisory Advocacy Advocate Advocates Agency Agreement Aid Aged Alliance Ambulance Annual Appeal Appeals Area Asset Assessment Assistance Assistant
Association Attorney Authority Bail Bank Bar Bay Beach Benefit Benefits Bill Board Branch Bridge Brief Budget Building Bulletin Bureau Business Campus Cancer Care Carer Carers Case
Census Center Centre Central Certificate Chair Charity Charter Chief Child Children Church Citizens City Claim Claims Clerk Client Clients Clinic Clinical Club Coast Code College
Commission Commissioner Committee Commonwealth Communication Community Company Complaint Complaints Compliance Conference Connect Consent Consumer Consumers Contact
Cooperative Coordinator Corporation Council Counsel Counselling County Court Courts Creek Crisis Criminal Crown Data Day Debt Defence Defender Defense Department Deputy Development Director Disability District
Division Domestic Drop Drug Duty East Eastern Education Eligibility Elder Elders Emergency Employment Energy Engagement Estate Ethics Evaluation Evening Executive Experience Experiences Fact Fair Family Families Federal Feedback File
Finance Financial First Food Form Forms Forum Foundation Framework Freedom Friends Fund Funding Garden General Government Governor Grant Green Group Guardian Guardianship Guide
Guideline Guidelines Hall Harbor Harbour Health Healthcare Healthy Heights High Highway Hill Hills Home Homeless Homelessness Homes Hospital Hotel House Household Housing Hub Human Identification Immigration Inc
Income Independent Indigenous Information Initiative Injury Inquiry Inner Insurance Intake Integrated Interim Interpreter Interpreting Island Islander Journal Journey Journeys Junction
Justice Juvenile Lake Landlord Landlords Lands Law Laws Lawyer Lawyers Lead Learning Legal Liaison Library Licence License Life Limited Line Link List Living Local Lodge London Ltd Magistrates
Main Manager Manual Map Market Maternity Matter Matters Medicaid Medical Medicare Medicine Meeting Member Members Memo Memorandum Men Mental Metro Metropolitan Migrant Migration Minister Ministry
Minutes Mission Model Mount Municipal National Nations Native Neighborhood Neighbourhood Network New News Newsletter Night North Northern Note Notes Notice Nurse Nurses Nursing Office Officer Official
Old Ombuds Ombudsman Online Open Order Outcome Outcomes Outreach Panel Parent Parents Parish Park Parliament Parole Participant Participants Partner Partners Partnership Partnerships Pathway Pathways
Patient Patients Payment Pension Pensioners People Peoples Perinatal Person Personal Persons Pharmacy Pilot Place Plan Planning Plaza Point Police Policy Port Portal Practice Pregnancy Primary Prison Privacy Pro Procedure
Profession Program Programme Progress Project Property Prosecutor Protection Protocol Provider Province Provincial Public Quality Quarter Queensland Reception Record Records Recovery Referral Referrals Refuge Refugee
Regional Register Registrar Registry Relations Renters Renting Rent Report Reports Research Reserve Residential Residents Resilience Resource Resources Respite Response Review Reviews Ridge Right Rights Risk River Road Room Round
Royal Rural Safe Safety Saint Salvation Satisfaction School Schools Secretary Section Security Senate Senior Seniors Service Services Sheet Shelter Shire Sister Social Society Solicitor Solicitors South Southern Special
Specialist Square St Staff State States Station Statement Status Steering Story Stories Strategic Strategy Street Student Students Support Supreme Surgery Survey Surveys System Table Team Tenancy Tenant Tenants
Terms Territory Therapy Together Tool Tools Town Training Transition Transport Transportation Treasury Treatment Triage Tribunal Trust Trustee Trustees Union Unit United University Update Urban Valley Veterans Victim Victims
View Village Violence Voice Voices Volunteer Waiting Ward Wealth Welcome Welfare Wellbeing West Western Wing Winter Women Work Worker Workers Working Workplan Workshop World Worksheet Year Youth Zone
Aboriginal Torres Strait Māori Maori Pacific Pasifika Iwi Hapū Whānau Inuit Métis Metis Indian Hispanic Latino Latina African Asian European English Arabic Dari Farsi Persian Hazara Hazaragi Kurdish Rohingya Somali
Swahili Amharic Tigrinya Vietnamese Mandarin Cantonese Chinese Japanese Korean Hindi Punjabi Urdu Tamil Bengali Nepali Karen Burmese Thai Khmer Greek Italian Spanish Portuguese French German Polish Romanian Russian
Ukrainian Turkish Samoan Tongan Fijian Auslan Aboriginals Christian Muslim Jewish Catholic Anglican Sikh Hindu Buddhist Afghan Syrian Iraqi Iranian Irish Scottish Welsh British American Australian Canadian Zealand
Australia America Britain England Scotland Wales Ireland Canada Ontario Quebec Québec Alberta Manitoba Saskatchewan Nova Scotia Victoria Tasmania California Texas Oregon Ohio Michigan Boston York Washington
Melbourne Sydney Brisbane Perth Adelaide Hobart Darwin Canberra Auckland Wellington Christchurch Dunedin Hamilton Toronto Vancouver Montreal Ottawa Calgary Winnipeg Manchester Leeds Glasgow Edinburgh Cardiff Belfast Bristol
Centrelink Services NDIS NHS HIPAA GDPR Medicare PBS TAC WorkCover WorkSafe Lifeline Samaritans Shelter Citizens Barnardos Anglicare Uniting Salvos Vinnies Zoom Teams Word Excel Outlook Google Microsoft Facebook
Mr Mrs Ms Mx Miss DOB MRN NHI SSN CRN NI Ring Text Email Dr Prof Professor Judge Magistrate Senator Hon Sir Dame Lord Lady Reverend Rev Sr Jr Pty Co LLC LLP PLC CIC Trainer Facilitator Educator Student Paralegal Navigator Midwife Doctor GP GPs CEO
Responsibilities Handbook Kit Toolkit Template Checklist Leaflet Brochure Poster Flyer Pamphlet Booklet Card Cards Letter Letters Email Emails Call Calls Phone Telephone Dashboard Database Software Platform Lanyard Alert
Centred Centered Focused Led Informed Facing Contacts Numbers Journeys Satisfaction Demographics Demographic Matter Matters Participation Liaisons Rep Reps Representative Representatives Champion Champions Ambassador Wellness Navigators
Confidentiality Conflict Conflicts Capacity Cultural Digital Early Economic Eviction Environmental Equity Exit External Internal Joint Key Level Lived Mobile Multicultural Next Number Oral Outpatient Outpatients Inpatient Inpatients Palliative Physical Poverty
Prevention Priority Problem Problems Process Promotion Proposal Quick Ready Relationship Relationships Rehab Rehabilitation Screening Secondary Shared Single Skills Small Smart Standard Standards Start Steps Substance Sustainability Target Task Taskforce Theory Tip Tips Topic
Transfer Trauma Triage Two Types Understanding Value Values Vision Warm Warrant Water Weekly Wide Wills Write Written Yarning Yarn Zero`

const known = new Set(WORDS.trim().split(/\s+/))
/** Whether a word with a capital is of some service, place or thing rather than of a person. */
export const isOtherWord = (word: string): boolean => known.has(word.replace(/['’]s?$/, ''))
