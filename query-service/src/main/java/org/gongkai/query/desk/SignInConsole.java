package org.gongkai.query.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.AccessService;
import org.gongkai.access.Accounts;
import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.statute.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 登录 and 修改口令. What is typed into the first is checked at the gate, before any page.
@Controller
class SignInConsole {

	private final Accounts accounts;

	private final AccessService.Elsewhere elsewhere;

	SignInConsole(Accounts accounts, AccessService.Elsewhere elsewhere) {
		this.elsewhere = elsewhere;
		this.accounts = accounts;
	}

	/// @param refused told where the last try failed
	/// @param stranger told where the provider knows somebody who has no account here
	/// @param failed told where the provider was not reached or not believed
	/// @param barred for how many seconds nobody looks at a password
	@GetMapping("/sign-in")
	String signIn(@RequestParam @Nullable String refused, @RequestParam @Nullable String stranger,
			@RequestParam(name = "elsewhere") @Nullable String failed, @RequestParam @Nullable Long barred, Model model,
			HttpServletResponse response) {
		model.addAttribute("refused", refused != null);
		model.addAttribute("stranger", stranger != null);
		model.addAttribute("failed", failed != null);
		model.addAttribute("elsewhere", this.elsewhere);
		model.addAttribute("barred", barred);
		if (barred != null) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader("Retry-After", barred.toString());
		}
		return "desk/sign-in";
	}

	@GetMapping("/password")
	String password(Model model) {
		Caller caller = Callers.current();
		model.addAttribute("must", caller.mustChangePassword());
		return "desk/password";
	}

	@PostMapping("/password")
	String change(@RequestParam String present, @RequestParam String next, @RequestParam String again, Model model,
			HttpServletResponse response) {
		try {
			if (!next.equals(again)) {
				model.addAttribute("wrong", Problem.of("两次填写的新口令不同", "The new password was typed in two ways."));
			}
			else {
				this.accounts.changePassword(Callers.current(), present, next);
				return "redirect:/";
			}
		}
		catch (Refused ex) {
			model.addAttribute("wrong", Problem.of(ex.rule().chinese(), String.valueOf(ex.getMessage())));
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return password(model);
	}

	/// What the frame of every page shows.
	@ControllerAdvice
	static class Frame {

		private final Desk desk;

		Frame(Desk desk) {
			this.desk = desk;
		}

		@ModelAttribute
		void frame(Model model) {
			Caller caller = Callers.find();
			model.addAttribute("desk", this.desk);
			model.addAttribute("clerk", (caller == null) ? "" : caller.actor());
		}

	}

}
