/** This window's proxy of the backend's `AwsDiagnosis`. */
export const AwsDiagnosisProxy = Symbol('AwsDiagnosisProxy');
