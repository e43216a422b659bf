package org.gongkai.access;

/// How far a role reaches in one row of the table of rights.
public enum Reach {

	/// For the agency of the grant, and those below it where the grant says so. Where a
	/// question names no agency, the answer is limited to these.
	AGENCY,
	/// Of no agency: any grant of the role does.
	ANY,
	/// For all agencies at once: the grant is for the whole house.
	HOUSE

}
